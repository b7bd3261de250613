/**
 * Numbers of about the size of GitHub's. Knows nobody.
 */
package io.painchain.simulator.world.number;
