/**
 * From what is kept of objects to our drafts: pure functions, the only place that knows both sides. Ids, times and differences
 * depend on the cluster's objects alone, so that any connector drafts the same.
 */
package io.painchain.kubernetes.mapping;
