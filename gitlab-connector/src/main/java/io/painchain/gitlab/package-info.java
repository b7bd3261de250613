/**
 * The GitLab connector: fetches what changed in GitLab's projects, maps it to drafts and posts them to the backend. It keeps no
 * state of its own: where it stands with each project is a checkpoint that the backend stores together with the events.
 */
package io.painchain.gitlab;
