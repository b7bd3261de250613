/**
 * From GitLab's records to our drafts, one mapper a kind of record: pure functions, the only place that knows both sides. A
 * draft's external id is the same whether a poll, a webhook or a backfill tells of it.
 */
package io.painchain.gitlab.mapping;
