/** A connector as a process: what its environment says, and its way from start to end. Knows no kind of change. */
package io.painchain.connector.process;
