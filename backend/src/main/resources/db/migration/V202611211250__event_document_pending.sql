-- Where the indexer falls behind, a statement that sorts pending entries in must end well within its time limit.
alter index event_document_terms set (gin_pending_list_limit = 8192);
