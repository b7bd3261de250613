/** Issues and incidents: their steps and labels. */
package io.painchain.gitlab.change.issue;
