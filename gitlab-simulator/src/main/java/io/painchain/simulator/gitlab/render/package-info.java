/**
 * The JSON of each thing, as GitLab's REST API writes it. Reads the world and changes nothing.
 */
package io.painchain.simulator.gitlab.render;
