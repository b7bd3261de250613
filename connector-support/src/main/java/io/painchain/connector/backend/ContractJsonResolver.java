package io.painchain.connector.backend;

import jakarta.ws.rs.ext.ContextResolver;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Makes the clients use the contract's JSON, whatever the application configures. */
final class ContractJsonResolver implements ContextResolver<ObjectMapper> {

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return ContractJson.MAPPER;
    }
}
