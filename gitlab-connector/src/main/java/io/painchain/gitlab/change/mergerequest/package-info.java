/** Merge requests: their steps, sizes and approvals. */
package io.painchain.gitlab.change.mergerequest;
