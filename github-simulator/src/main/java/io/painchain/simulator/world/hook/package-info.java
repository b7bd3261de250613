/** Webhooks of a repository, an organization or an App, and what they delivered. */
package io.painchain.simulator.world.hook;
