/**
 * Everything that the simulated GitLab holds; plain objects without HTTP and JSON. Whoever reads or changes it holds its
 * lock, by {@code World.alone}.
 */
package io.painchain.simulator.gitlab.world;
