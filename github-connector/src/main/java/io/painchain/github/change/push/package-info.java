/** Pushes, and branches that are created and deleted. */
package io.painchain.github.change.push;
