/**
 * The JSON of each resource, with the fields that GitHub's answers have, in a package for each kind of thing; here is
 * what they share. A renderer reads one thing of the world and changes nothing.
 */
package io.painchain.simulator.render;
