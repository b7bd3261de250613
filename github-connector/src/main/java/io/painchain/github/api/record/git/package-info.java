/** Commits, files and refs as GitHub tells of them. */
package io.painchain.github.api.record.git;
