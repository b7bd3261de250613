/** Tasks, and parts of tasks, that are the same for every provider: a sync now, and how a backfill goes on. */
package io.painchain.connector.taskhandler;
