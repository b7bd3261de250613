/** Commits of the tracked branches. */
package io.painchain.github.change.commit;
