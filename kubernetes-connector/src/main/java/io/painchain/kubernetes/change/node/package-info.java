/** Nodes: what ails them, what they run, and which join and leave. */
package io.painchain.kubernetes.change.node;
