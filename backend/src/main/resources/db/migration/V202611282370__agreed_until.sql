-- What the position was reached with: where types of events mean something else now, all is made again.
alter table deployment_position
    add column meanings text;

-- Up to which delivery the last agreement looked; what is younger was left to the next comparison.
alter table webhook_config
    add column agreed_until timestamptz;
