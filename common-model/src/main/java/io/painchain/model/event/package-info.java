/**
 * What a connector posts: drafts in batches with their checkpoints, what became of each, and records it could not read.
 */
package io.painchain.model.event;
