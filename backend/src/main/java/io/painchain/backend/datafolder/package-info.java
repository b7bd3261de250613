/**
 * The folder that a backend without a configured database keeps its data and its keys in, and the lock on it.
 * Knows no feature.
 */
package io.painchain.backend.datafolder;
