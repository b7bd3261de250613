/** Commits of the tracked branches. */
package io.painchain.gitlab.change.commit;
