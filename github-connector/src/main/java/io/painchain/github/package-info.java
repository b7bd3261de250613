/**
 * The GitHub connector: fetches what changed in GitHub's repositories, maps it to drafts and posts them to the backend. It
 * keeps
 * no state of its own: where it stands with each repository is a checkpoint that the backend stores together with the events.
 */
package io.painchain.github;
