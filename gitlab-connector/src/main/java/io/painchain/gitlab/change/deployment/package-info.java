/** Deployments and the states in which they were seen. */
package io.painchain.gitlab.change.deployment;
