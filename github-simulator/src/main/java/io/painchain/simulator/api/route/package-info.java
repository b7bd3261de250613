/**
 * The routes of a repository, a class for each kind of thing. Pure reading of the world and rendering, but for the few
 * writing ones.
 */
package io.painchain.simulator.api.route;
