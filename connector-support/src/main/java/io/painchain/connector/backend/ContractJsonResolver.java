package io.painchain.connector.backend;

import jakarta.ws.rs.ext.ContextResolver;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Has the clients read and write the contract's JSON, whatever the application around them does. */
final class ContractJsonResolver implements ContextResolver<ObjectMapper> {

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return ContractJson.MAPPER;
    }
}
