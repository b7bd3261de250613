/**
 * What users ask the connector for beside its polling: tests of a connection, repositories to choose from, a sync, the past.
 */
package io.painchain.github.taskhandler;
