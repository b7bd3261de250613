/** Releases. */
package io.painchain.gitlab.change.release;
