/** Deployments and the states they come into. */
package io.painchain.github.change.deployment;
