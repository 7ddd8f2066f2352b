-- The build finds the episodes of the persons that changed by their person_key. Without this the planner has no statistics of
-- it, takes a few hundred persons for a third of everyone, and reads every session.
create index episode_person on record.episode ((('x' || substr(md5(source || chr(31) || client_key), 1, 16))::bit(64)::bigint));
