/**
 * Commits, branches and tags of a repository, and the history of its branches.
 */
package io.painchain.simulator.world.git;
