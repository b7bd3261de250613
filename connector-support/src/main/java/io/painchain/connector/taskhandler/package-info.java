/** Tasks that are the same for every provider, a sync now and a backfill, and what others are made of. */
package io.painchain.connector.taskhandler;
