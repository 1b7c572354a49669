# The ingestion host. Build it from the root of the repository: docker build -f deploy/ingest.Dockerfile -t paperchat-ingest .
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG FULL_STACK=true
WORKDIR /source
COPY . .
RUN dotnet publish src/PaperChat.Ingestion -c Release -p:FullStack=$FULL_STACK -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
# The user that the image brings; it owns nothing here but the place of subscriptions, and the program writes nothing else.
RUN mkdir /state && chown $APP_UID /state
USER $APP_UID
ENV DOTNET_EnableDiagnostics=0
ENTRYPOINT ["dotnet", "paperchat-ingest.dll"]
CMD ["--help"]
