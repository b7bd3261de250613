/** Routes of webhooks: of a repository, of an organization, and of an App. */
package io.painchain.simulator.api.hook;
