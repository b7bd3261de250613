/**
 * Issues, their labels, comments and numbered events. Every pull request is one of them, too.
 */
package io.painchain.simulator.world.issue;
