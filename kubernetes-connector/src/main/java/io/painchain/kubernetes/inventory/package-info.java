/** What the backend stores of a cluster between runs: where each watch stands, and a digest of each object. */
package io.painchain.kubernetes.inventory;
