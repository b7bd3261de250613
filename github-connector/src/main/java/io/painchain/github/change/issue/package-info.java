/** Issues: their steps and labels. */
package io.painchain.github.change.issue;
