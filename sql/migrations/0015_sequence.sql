-- also as: known
-- The sequence of a delivery may be any whole number, here as in record.delivery.
alter table warehouse.built alter column sequence type bigint;
