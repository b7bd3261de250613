/** A day in a cluster, and what a perfect collector would hold of it. Knows the stories, never the API. */
package io.painchain.simulator.kubernetes.day;
