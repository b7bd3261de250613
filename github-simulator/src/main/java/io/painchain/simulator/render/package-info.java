/**
 * The JSON of each resource, with the fields that GitHub's answers have. A renderer reads one thing of the world and
 * changes nothing.
 */
package io.painchain.simulator.render;
