/**
 * The demo's company: one process with a GitHub, a GitLab and a cluster, and the story that goes through all three. Uses the
 * simulators as any script would; nothing depends on it.
 */
package io.painchain.demo;
