-- An invitation ends with the membership of who made it, as keys do. None for one that an operator made.
alter table invitation add column creator_id uuid;
