/**
 * A connector whose repositories have one list of changes each, newest first: it says where the list is and what a record means
 * ({@code SimpleConnector}); reading, checkpoints, coverage, limits, the connection test and "sync now" are here.
 */
package io.painchain.connector.simple;
