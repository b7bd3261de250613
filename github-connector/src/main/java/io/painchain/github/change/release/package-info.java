/** Releases. */
package io.painchain.github.change.release;
