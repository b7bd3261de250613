/** What the environment and an integration's configuration tell the connector, checked. */
package io.painchain.gitlab.config;
