/** Teams, each with the tags that its events carry. Touches its own table only. */
package io.painchain.backend.team;
