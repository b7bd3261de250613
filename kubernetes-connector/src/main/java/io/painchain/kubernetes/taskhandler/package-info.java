/** What users ask the connector for beside its watching: tests of a connection, namespaces to choose from, a sync, the past. */
package io.painchain.kubernetes.taskhandler;
