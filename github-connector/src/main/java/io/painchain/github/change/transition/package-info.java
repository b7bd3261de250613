/** What is known of pull requests and issues: lists, closings, reopenings and merges. */
package io.painchain.github.change.transition;
