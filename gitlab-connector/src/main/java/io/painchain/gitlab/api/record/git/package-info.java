/** Commits, refs and comparisons as GitLab tells of them. */
package io.painchain.gitlab.api.record.git;
