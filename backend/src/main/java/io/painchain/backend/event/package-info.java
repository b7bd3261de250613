/**
 * Takes drafts in, alone or in batches, checks them and stores them through {@code event.store} in one transaction
 * with checkpoints, coverage and refused drafts; shows single events. May touch integrations and the three
 * packages whose rows come with a batch.
 */
package io.painchain.backend.event;
