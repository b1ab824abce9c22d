/** graphql-js looks at every value twice unless this is set before it is loaded; `start` sets it too. */
process.env.NODE_ENV = 'production';
