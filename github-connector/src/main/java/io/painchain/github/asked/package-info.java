/** What users ask the connector for, beside its polling: tests of a connection, repositories to choose from. */
package io.painchain.github.asked;
