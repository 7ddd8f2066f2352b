-- The nightly build finds what a delivery changed by its date: block ranges are small and cost a load nearly nothing.
create index client_stated on record.client using brin (stated_on, superseded_on);
create index episode_stated on record.episode using brin (stated_on, superseded_on);
create index session_stated on record.session using brin (stated_on, superseded_on);
create index assessment_stated on record.assessment using brin (stated_on, superseded_on);
create index followup_stated on record.followup using brin (stated_on, superseded_on);
create index referral_stated on record.referral using brin (stated_on, superseded_on);
