/** What happens when: steps of stories, each of which may plan further ones. */
package io.painchain.simulator.story;
