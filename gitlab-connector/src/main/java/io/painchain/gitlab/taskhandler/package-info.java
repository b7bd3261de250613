/** What users ask the connector for beside its polling: tests of a connection, and projects to choose from. */
package io.painchain.gitlab.taskhandler;
