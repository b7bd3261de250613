/**
 * What a perfect collector would hold of a world, by the external ids that the contract gives GitLab's changes. Reads the
 * world alone.
 */
package io.painchain.simulator.gitlab.truth;
