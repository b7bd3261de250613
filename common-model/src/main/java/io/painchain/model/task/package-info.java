/**
 * What the backend asks of a connector, by kind: test, discover, sync, backfill,
 * webhook, proxy, hook, replay, connect, people; their input, progress and result.
 */
package io.painchain.model.task;
